// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.eclipse.core.runtime.Platform;
import org.frugalvision.nodes.dialog.Words;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.knime.core.node.NodeFactory;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every registered node can be created, and its description says what an analyst needs. */
@RunWith(Parameterized.class)
public class NodesTest {

    private static final int ICON = 16;

    private final NodeFactory<?> m_factory;

    public NodesTest(final String name, final NodeFactory<?> factory) {
        m_factory = factory;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> nodes() {
        return Arrays.stream(Platform.getExtensionRegistry()
            .getConfigurationElementsFor("org.knime.workbench.repository.nodes"))
            .map(element -> element.getAttribute("factory-class"))
            .filter(name -> name.startsWith("org.frugalvision.nodes.") && !name.contains(".probe."))
            .map(name -> new Object[]{name.substring(name.lastIndexOf('.') + 1), create(name)}).toList();
    }

    private static NodeFactory<?> create(final String name) {
        try {
            return (NodeFactory<?>)Class.forName(name).getConstructor().newInstance();
        } catch (final ReflectiveOperationException e) {
            throw new AssertionError(name + " cannot be created.", e);
        }
    }

    @Test
    public void hasANameWithItsRoleLast() {
        assertTrue(m_factory.getNodeName(), m_factory.getNodeName()
            .matches("[A-Z].* (Reader|Writer|Finder|Partitioner|Resizer|Augmenter|Rebalancer|Sheet|Selector|"
                + "Architecture|Recipe|Learner|Curve|Predictor|Pruner|Quantizer|Sensitivity|Scorer|Check|Report|"
                + "Monitor|Explainer)"));
    }

    @Test
    public void hasAnIconOfSixteenPixels() throws Exception {
        assertNotNull(m_factory.getIcon());
        final var icon = ImageIO.read(m_factory.getIcon());
        assertEquals(ICON, icon.getWidth());
        assertEquals(ICON, icon.getHeight());
    }

    @Test
    public void describesEveryOption() {
        final Element description = m_factory.getXMLDescription();
        final var options = description.getElementsByTagName("option");
        assertTrue(options.getLength() > 0);
        for (int i = 0; i < options.getLength(); i++) {
            final var option = (Element)options.item(i);
            assertFalse(option.getAttribute("name").isBlank());
            assertTrue(option.getAttribute("name"), text(option).strip().length() > 10);
        }
    }

    /** KNIME writes American; titles of papers and ids are what they are. */
    @Test
    public void describesItselfInAmericanEnglish() {
        Words.assertAmerican(m_factory.getNodeName(),
            text(m_factory.getXMLDescription()).replace("Impact of labelled set selection", "")
                .replaceAll("\\((?:equalise|posterise|solarise)\\)", ""));
    }

    /** What the nodes below a node say; KNIME's own DOM is of level 2 and does not know it. */
    private static String text(final Node node) {
        final var text = new StringBuilder();
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(child instanceof CharacterData ? child.getNodeValue() : text(child));
        }
        return text.toString();
    }
}
