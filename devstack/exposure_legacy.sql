-- Projects made before 30 May 2026 grant every new object in public to the API's roles.
-- Applied before the migrations, this is the other default under which they must be right.
alter default privileges for role postgres in schema public
grant all on tables to anon, authenticated, service_role;
alter default privileges for role postgres in schema public
grant all on functions to anon, authenticated, service_role;
alter default privileges for role postgres in schema public
grant all on sequences to anon, authenticated, service_role;
