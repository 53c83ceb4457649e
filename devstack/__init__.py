"""
Stand in for Supabase, Fanvue and a model on one machine, without Docker.

For `make demo`, `make dev` and the tests. The product never refers to it.
"""
