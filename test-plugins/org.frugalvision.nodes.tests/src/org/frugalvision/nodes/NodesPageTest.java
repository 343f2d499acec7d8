// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.Test;
import org.knime.core.node.NodeFactory;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * docs/nodes.md says what the descriptions of the nodes say. Run with the environment variable WRITE_GOLDEN set, this
 * test writes the page anew; docs/draw draws its pictures.
 */
public final class NodesPageTest {

    private static final Path DOCS = Path.of(System.getProperty("frugalvision.repository", "../.."), "docs");

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

            Generated from the descriptions of the nodes by NodesPageTest; not to be edited. The pictures are those of the
            example workflows; docs/draw draws them anew. Methods behind the settings: [methods.md](methods.md).

            """ + NodesTest.nodes().stream().map(node -> (NodeFactory<?>)node[1]).map(NodesPageTest::node)
            .collect(Collectors.joining("\n"));
    }

    private static String node(final NodeFactory<?> factory) {
        final Element description = factory.getXMLDescription();
        final StringBuilder text = new StringBuilder();
        text.append("## ").append(factory.getNodeName()).append("\n\n")
            .append(words(description.getElementsByTagName("shortDescription").item(0))).append("\n\n");
        ports(text, "Input", "in", description.getElementsByTagName("inPort"), "");
        ports(text, "Output", "out", description.getElementsByTagName("outPort"), slug(factory));
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
            final String picture = "pictures/%s-%d.png".formatted(pictures, i + 1);
            if ("out".equals(direction) && Files.exists(DOCS.resolve(picture))) {
                text.append("\n  ![%s](%s)\n\n".formatted(port.getAttribute("name"), picture));
            }
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

    /** A picture that nothing refers to is left over. */
    @Test
    public void everyPictureHasItsPlace() throws IOException {
        final String page = Files.readString(DOCS.resolve("nodes.md"));
        try (var pictures = Files.list(DOCS.resolve("pictures"))) {
            pictures.forEach(picture -> assertTrue(picture.toString(),
                page.contains("(pictures/" + picture.getFileName() + ")")));
        }
    }
}
