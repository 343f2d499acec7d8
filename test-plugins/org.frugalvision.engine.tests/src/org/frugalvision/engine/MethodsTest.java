// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.Test;

/** Every method of every registry has a card in docs/methods.md and a test of its own beside the contract suites. */
public final class MethodsTest {

    private static final Path REPOSITORY = Path.of("..", "..");

    private static final Path SOURCES = REPOSITORY.resolve("plugins/org.frugalvision.engine/src");

    private static final Pattern REGISTERED = Pattern.compile("\\.add\\((\\w+)\\.(\\w*INFO\\w*),");

    /**
     * A registered method.
     *
     * @param type name of its class
     * @param id its id
     */
    private record Method(String type, String id) {
    }

    @Test
    public void everyMethodHasItsCard() throws IOException {
        final String page = Files.readString(REPOSITORY.resolve("docs/methods.md"));

        assertEquals("methods without a card", List.of(), methods().stream()
            .filter(method -> !page.contains("(`" + method.id() + "`)")).map(Method::type).toList());
    }

    @Test
    public void everyMethodHasATestOfItsOwn() throws IOException {
        final String tests = tests();

        assertEquals("methods without a test", List.of(), methods().stream()
            .filter(method -> !tests.contains('"' + method.id() + '"')
                && !Pattern.compile("\\b" + method.type() + "\\b").matcher(tests).find()).map(Method::type).toList());
    }

    private static List<Method> methods() throws IOException {
        final List<Method> methods = new ArrayList<>();
        for (final Path registry : java(SOURCES)) {
            final String text = Files.readString(registry);
            if (text.contains("new Registry.Builder<")) {
                final List<MatchResult> registered = REGISTERED.matcher(text).results().toList();
                assertEquals(registry + " registers in a way that this test does not read", registered.size(),
                    text.split("\\.add\\(", -1).length - 1);
                for (final MatchResult method : registered) {
                    methods.add(new Method(method.group(1),
                        id(registry.resolveSibling(method.group(1) + ".java"), method.group(2))));
                }
            }
        }
        assertTrue(methods.size() + " methods", methods.size() > 150);
        return methods;
    }

    /** The first text of what a method tells about itself; of INFO_8 of ResNet, which is computed, resnet8. */
    private static String id(final Path source, final String info) throws IOException {
        final var id = Pattern.compile("\\b" + info + "\\s*=[^\"]*?\\(\\s*\"([a-z0-9-]+)\"")
            .matcher(Files.readString(source));
        return id.find() ? id.group(1) : source.getFileName().toString().replace(".java", info.replace("INFO_", ""))
            .toLowerCase(Locale.ROOT);
    }

    /** All tests but those that run for every method alike, in one text. */
    private static String tests() throws IOException {
        final StringBuilder text = new StringBuilder();
        for (final Path test : java(REPOSITORY.resolve("test-plugins"))) {
            final String name = test.getFileName().toString();
            if (name.endsWith("Test.java") && !name.endsWith("ContractTest.java")) {
                text.append(Files.readString(test));
            }
        }
        return text.toString();
    }

    private static List<Path> java(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
