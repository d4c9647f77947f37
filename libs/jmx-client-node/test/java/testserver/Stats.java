package testserver;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

public class Stats implements StatsMXBean {
    private Set<String> names = new TreeSet<>(Arrays.asList("a", "b"));

    public Point getPoint() {
        return new Point(1, 2L, "p");
    }

    public List<Point> getPoints() {
        return Arrays.asList(new Point(1, 2L, "p"), new Point(3, 4L, null));
    }

    public Map<String, Point> getPointMap() {
        Map<String, Point> map = new LinkedHashMap<>();
        map.put("one", new Point(1, 1, "o"));
        map.put("two", new Point(2, 2, "t"));
        return map;
    }

    public Thread.State getState() {
        return Thread.State.BLOCKED;
    }

    public int[] getInts() {
        return new int[] {1, 2, 3};
    }

    public Set<String> getNames() {
        return names;
    }

    public void setNames(Set<String> value) {
        names = value;
    }
}
