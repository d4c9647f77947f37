package testserver;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * Tells what the JDK makes of ObjectNames. A line of input is a command and Base64 texts; a line of output is Base64
 * texts joined by blanks, or an exclamation mark and the reason.
 */
public class ObjectNameOracle {
    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            try {
                out.println(answer(words));
            } catch (MalformedObjectNameException | IllegalArgumentException e) {
                out.println("! " + encode(String.valueOf(e.getMessage())));
            }
        }
        out.flush();
    }

    private static String answer(String[] words) throws Exception {
        switch (words[0]) {
            case "parse": {
                ObjectName name = new ObjectName(decode(words[1]));
                return String.join(" ", encode(name.toString()), encode(name.getCanonicalName()), encode(name.getDomain()),
                        encode(name.getKeyPropertyListString()), encode(name.getCanonicalKeyPropertyListString()),
                        encode(name.isDomainPattern() + "," + name.isPropertyListPattern() + "," + name.isPropertyValuePattern() + "," + name.isPattern()));
            }
            case "match":
                return encode(String.valueOf(new ObjectName(decode(words[1])).apply(new ObjectName(decode(words[2])))));
            case "equal":
                return encode(String.valueOf(new ObjectName(decode(words[1])).equals(new ObjectName(decode(words[2])))));
            case "quote":
                return encode(ObjectName.quote(decode(words[1])));
            case "unquote":
                return encode(ObjectName.unquote(decode(words[1])));
            default:
                throw new IllegalStateException(words[0]);
        }
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
