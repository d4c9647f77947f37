import os

from client import AuthenticatedClient, Client
from client.api.auth import login
from client.api.runs import abort_run, create_run, get_run, list_segments, pause_run, resume_run
from client.models import CreateRunDto, LoginDto, RunState

url = os.environ["REAPER_URL"]
credentials = LoginDto(user=os.environ["REAPER_USER"], password=os.environ["REAPER_PASSWORD"])
session = login.sync(client=Client(base_url=url), body=credentials)
api = AuthenticatedClient(base_url=url, token=session.access_token)

run = create_run.sync(client=api, body=CreateRunDto(keyspace="shop", tables=["orders"], segments=50))
assert get_run.sync(run.id, client=api).keyspace == "shop"
assert len(list_segments.sync(run.id, client=api, limit=10).items) == 10
assert pause_run.sync(run.id, client=api).state == RunState.PAUSED
assert resume_run.sync(run.id, client=api).state == RunState.RUNNING
assert abort_run.sync(run.id, client=api).state in (RunState.ABORTING, RunState.ABORTED)
