package testserver;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;

/** Class and content of a value as text, so that a test sees what really arrived. */
final class Describe {
    static String value(Object value) {
        if (value == null) return "null";
        String name = value.getClass().getName();
        if (value instanceof Map) {
            StringBuilder text = new StringBuilder(name).append('{');
            for (Map.Entry<?, ?> e : ((Map<?, ?>) value).entrySet()) text.append(value(e.getKey())).append('=').append(value(e.getValue())).append(';');
            return text.append('}').toString();
        }
        if (value instanceof Collection) {
            StringBuilder text = new StringBuilder(name).append('[');
            for (Object element : (Collection<?>) value) text.append(value(element)).append(';');
            return text.append(']').toString();
        }
        if (value.getClass().isArray()) {
            StringBuilder text = new StringBuilder(name).append('[');
            for (int i = 0; i < Array.getLength(value); i++) text.append(value(Array.get(value, i))).append(';');
            return text.append(']').toString();
        }
        return name + ":" + value;
    }

    private Describe() {}
}
