"""All stages on a Dask cluster: the owner's, by the address of its scheduler, or one on this machine.

`run` shows them in order; `workers` is the only module that knows Dask.
"""
