package testserver;

import java.util.List;
import java.util.Map;
import java.util.Set;

public interface StatsMXBean {
    Point getPoint();
    List<Point> getPoints();
    Map<String, Point> getPointMap();
    Thread.State getState();
    int[] getInts();
    Set<String> getNames();
    void setNames(Set<String> names);
}
