package io.countersign.sandbox.source;

import io.countersign.sandbox.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a source is when it is no Java. Asked only about sources that the parser has refused. */
final class OtherLanguages {
    /** How many lines of a language have to be there; a line that no Java has counts for as many. */
    private static final int ENOUGH = 2;

    private record Tell(Pattern line, int weight) {}

    private record Language(String name, List<Tell> tells) {}

    private static final List<Language> ALL = List.of(
            new Language(
                    "Python",
                    List.of(
                            tell(2, "(async )?def \\w+\\(.*\\).*:(\\s*#.*)?"),
                            tell(2, "from [\\w.]+ import [\\w*, ()]+"),
                            tell(2, "if __name__ == .*"),
                            tell(1, "import \\w+(\\.\\w+)*( as \\w+)?"),
                            tell(1, "(elif|if|for|while|with|class|except) .*:"),
                            tell(1, "(try|else|finally):"),
                            tell(1, "(print|return|raise)\\b[^;{}]*"))),
            new Language(
                    "Kotlin",
                    List.of(
                            tell(2, "((override|private|internal|suspend|public|inline) )*fun .*\\(.*"),
                            tell(2, "data class .*"),
                            tell(2, "class \\w+(\\(.*\\))? ?: ?\\w+.*"),
                            tell(1, "(val|var) \\w+( ?: ?[\\w<>?, ]+)? ?=[^;]*"),
                            tell(1, "import [\\w.]+(\\.\\*)?( as \\w+)?"))),
            new Language(
                    "JavaScript",
                    List.of(
                            tell(2, "((export|async|default) )*function\\*? ?\\w*\\(.*"),
                            tell(2, "(const|let) [\\w{}\\[\\], ]+ ?(: ?\\w+ ?)?=.*"),
                            tell(2, "import .* from .*"),
                            tell(2, "(module\\.)?exports.*=.*"))),
            new Language("Go", List.of(tell(2, "func (\\(.*\\) )?\\w+\\(.*\\{"), tell(1, "\\w+(, \\w+)* := .*"))),
            new Language(
                    "PowerShell",
                    List.of(
                            tell(1, "\\$\\w+(\\.\\w+)* ?= ?.*"),
                            tell(2, "param ?\\(.*"),
                            tell(2, "(Get|Set|New|Remove|Invoke|Disable|Import)-[A-Z]\\w+.*"))),
            new Language(
                    "Groovy",
                    List.of(
                            tell(2, "def \\w+ ?\\(.*\\{"),
                            tell(2, "def \\w+ ?=.*"),
                            tell(1, "import [\\w.]+(\\.\\*)?"),
                            tell(1, "println .*"))),
            new Language("a shell script", List.of(tell(2, "#!.*"), tell(1, "(curl|echo|export) .*[^;{]"))));

    private OtherLanguages() {}

    private static Tell tell(int weight, String line) {
        return new Tell(Pattern.compile(line), weight);
    }

    /** The one finding for a source in another language; empty if it looks like Java after all. */
    static Optional<Finding> find(String source) {
        List<String> lines = source.strip().lines().map(String::strip).toList();
        if (!lines.isEmpty() && lines.get(0).startsWith("```")) {
            return Optional.of(new Finding(
                    1, 1, "NOT_JAVA", "``` is a fence of Markdown; leave it out, here and at the end of the script"));
        }
        Language likely = null;
        int most = ENOUGH - 1;
        for (Language language : ALL) {
            int score = score(language, lines);
            if (score > most) {
                most = score;
                likely = language;
            }
        }
        return Optional.ofNullable(likely).map(l -> finding(l, source));
    }

    private static int score(Language language, List<String> lines) {
        int score = 0;
        for (String line : lines) {
            if (line.length() < 500) {
                score += language.tells().stream()
                        .filter(t -> t.line().matcher(line).matches())
                        .mapToInt(Tell::weight)
                        .max()
                        .orElse(0);
            }
        }
        return score;
    }

    private static Finding finding(Language language, String source) {
        int line = 1;
        for (String text : source.lines().toList()) {
            String stripped = text.strip();
            if (language.tells().stream().map(t -> t.line().matcher(stripped)).anyMatch(Matcher::matches)) {
                break;
            }
            line++;
        }
        String is = language.name().equals("Python") ? "this is " : "this looks like ";
        return new Finding(line, 1, "NOT_JAVA", is + language.name() + "; a script is Java, see docs/script-guide.md");
    }
}
