"""JupyterLab's own Save and Export makes the pages that `jupyter nbconvert` makes."""

c = get_config()  # noqa: F821 - Jupyter hands it in
load_subconfig("jupyter_nbconvert_config.py")  # noqa: F821 - the same
# In containers and in many classroom images there is nobody but root; a token is asked for anyway.
c.ServerApp.allow_root = True
