package testserver;

public class Point {
    private final int x;
    private final long y;
    private final String label;

    public Point(int x, long y, String label) {
        this.x = x;
        this.y = y;
        this.label = label;
    }

    public int getX() {
        return x;
    }

    public long getY() {
        return y;
    }

    public String getLabel() {
        return label;
    }
}
