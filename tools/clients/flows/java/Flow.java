package reaper;

import java.util.List;
import java.util.UUID;
import reaper.api.AuthApi;
import reaper.api.RunsApi;
import reaper.model.CreateRunDto;
import reaper.model.LoginDto;
import reaper.model.RunState;

public class Flow {
  public static void main(String[] args) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("REAPER_URL"));
    LoginDto credentials = new LoginDto().user(System.getenv("REAPER_USER")).password(System.getenv("REAPER_PASSWORD"));
    String token = new AuthApi(client).login(credentials).getAccessToken();
    client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + token));
    RunsApi runs = new RunsApi(client);
    CreateRunDto wanted = new CreateRunDto().keyspace("shop").tables(List.of("users")).segments(50);
    UUID id = runs.createRun(wanted, null).getId();
    same("shop", runs.getRun(id, null).getKeyspace());
    same(10, runs.listSegments(id, 10, null, null, null).getItems().size());
    same(RunState.PAUSED, runs.pauseRun(id, null, null).getState());
    same(RunState.RUNNING, runs.resumeRun(id, null, null).getState());
    same(true, List.of(RunState.ABORTING, RunState.ABORTED).contains(runs.abortRun(id, null, null).getState()));
  }

  private static void same(Object wanted, Object got) {
    if (!wanted.equals(got)) throw new IllegalStateException(got + " instead of " + wanted);
  }
}
