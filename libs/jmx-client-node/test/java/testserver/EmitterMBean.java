package testserver;

import java.util.List;
import java.util.Map;

public interface EmitterMBean {
    int getCount();
    void setCount(int count);
    String getName();
    void setName(String name);
    long getLimit();
    void setLimit(long limit);
    void emit(int notifications);
    void emitFromThread(int notifications, int threads) throws InterruptedException;
    void emitSteadily(int perSecond, int seconds);
    void emitUnserializable();
    void emitRich();
    String echo(String text);
    int add(int a, int b);
    int countCalls(String key);
    long sleep(long millis) throws InterruptedException;
    Object fail(String kind) throws Exception;
    Object unserializable();
    Object unserializableNested();
    Object reflect(Object value);
    String describe(Object value);
    String describeAll(String[] a, List<String> l, Map<String, String> m, int[] i, boolean b, Long n, double d);
    void registerOther(String name) throws Exception;
    void unregisterOther(String name) throws Exception;
    byte[] bytes(int count);
    String text(int length);
    void exit(int millis);
}
