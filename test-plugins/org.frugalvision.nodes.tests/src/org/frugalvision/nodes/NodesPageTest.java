// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.Test;
import org.knime.core.node.NodeFactory;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * docs/nodes.md says what the descriptions of the nodes say, and shows every output and view. Run with the environment
 * variable WRITE_GOLDEN set, this test writes the page anew; docs/draw draws what it shows.
 */
public final class NodesPageTest {

    private static final Path DOCS = Path.of(System.getProperty("frugalvision.repository", "../.."), "docs");

    private static final Path PICTURES = DOCS.resolve("pictures");

    private static final long MOST_BYTES = 3L << 20;

    @Test
    public void pageSaysWhatTheDescriptionsSay() throws IOException {
        final Path page = DOCS.resolve("nodes.md");
        if (System.getenv("WRITE_GOLDEN") != null) {
            Files.writeString(page, page());
        }

        assertEquals("docs/nodes.md is out of date: run this test with WRITE_GOLDEN=1 in the environment.", page(),
            Files.readString(page));
    }

    private static String page() {
        return """
            # Nodes

            Generated from the descriptions of the nodes by NodesPageTest; not to be edited. Tables and pictures are
            those of the example workflows; docs/draw draws them anew. Of a table the first rows are shown, of one with
            many columns turned on its side. Methods behind the settings: [methods.md](methods.md).

            """ + factories().map(NodesPageTest::node).collect(Collectors.joining("\n"));
    }

    private static Stream<NodeFactory<?>> factories() {
        return NodesTest.nodes().stream().map(node -> (NodeFactory<?>)node[1]);
    }

    private static String node(final NodeFactory<?> factory) {
        final Element description = factory.getXMLDescription();
        final StringBuilder text = new StringBuilder();
        text.append("## ").append(factory.getNodeName()).append("\n\n")
            .append(words(description.getElementsByTagName("shortDescription").item(0))).append("\n\n");
        ports(text, "Input", "in", description.getElementsByTagName("inPort"), "");
        ports(text, "Output", "out", description.getElementsByTagName("outPort"), slug(factory));
        final NodeList views = description.getElementsByTagName("interactiveView");
        if (views.getLength() > 0) {
            text.append("- Interactive view: ").append(words(views.item(0))).append('\n')
                .append(shown("Interactive view", slug(factory) + "-view"));
        }
        final NodeList options = description.getElementsByTagName("option");
        text.append("\nSettings: ");
        for (int i = 0; i < options.getLength(); i++) {
            text.append(i == 0 ? "" : "; ").append(((Element)options.item(i)).getAttribute("name"));
        }
        return text.append(".\n").toString();
    }

    private static void ports(final StringBuilder text, final String title, final String direction,
        final NodeList ports, final String pictures) {
        for (int i = 0; i < ports.getLength(); i++) {
            final Element port = (Element)ports.item(i);
            text.append("- ").append(title).append(" %d, *%s*: ".formatted(i + 1, port.getAttribute("name")))
                .append(words(port)).append('\n');
            if ("out".equals(direction)) {
                text.append(shown(port.getAttribute("name"), pictures + "-" + (i + 1)));
            }
        }
    }

    /** What docs/draw has of an output or view: a picture, or rows of a table or a summary. */
    private static String shown(final String name, final String file) {
        if (Files.exists(PICTURES.resolve(file + ".png"))) {
            return "\n  ![%s](pictures/%s.png)\n\n".formatted(name, file);
        }
        try {
            return Files.readString(PICTURES.resolve(file + ".md")).strip().replace("![](", "![](pictures/").lines()
                .map(line -> line.isEmpty() ? "" : "  " + line).collect(Collectors.joining("\n", "\n", "\n\n"));
        } catch (final IOException e) {
            throw new AssertionError("docs/draw has not drawn " + file + ".", e);
        }
    }

    /** The name as docs/draw has it in names of files. */
    private static String slug(final NodeFactory<?> factory) {
        return factory.getNodeName().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** What an element and those below it say, in one line. */
    private static String words(final Node node) {
        final StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString().strip().replaceAll("\\s+", " ");
    }

    private static void append(final Node node, final StringBuilder text) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof CharacterData) {
                text.append(child.getNodeValue());
            } else {
                append(child, text);
            }
        }
    }

    /** A picture that nothing refers to is left over; and a page that is slow to load is not read. */
    @Test
    public void everyPictureHasItsPlace() throws IOException {
        final String page = Files.readString(DOCS.resolve("nodes.md"));
        final Set<String> outputs = factories().flatMap(NodesPageTest::outputs).collect(Collectors.toSet());
        long bytes = 0;
        try (var files = Files.list(PICTURES)) {
            for (final Path file : files.toList()) {
                final String name = file.getFileName().toString();
                assertTrue(name, page.contains("(pictures/" + name + ")") || outputs.contains(name));
                bytes += Files.size(file);
            }
        }
        assertTrue(bytes + " bytes", bytes < MOST_BYTES);
    }

    /** Files of tables and summaries that a node may have. */
    private static Stream<String> outputs(final NodeFactory<?> factory) {
        return IntStream.rangeClosed(1, factory.getXMLDescription().getElementsByTagName("outPort").getLength())
            .mapToObj(port -> slug(factory) + "-" + port + ".md");
    }
}
