"""fanpace's worker: takes due jobs from the database, writes replies, delivers them."""
