// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.Test;
import org.knime.core.node.NodeFactory.NodeType;
import org.xml.sax.SAXException;

public class XmlNodeDescriptionTest {

    private static XmlNodeDescription read(final String xml) throws SAXException, IOException {
        return XmlNodeDescription.read("SampleNodeFactory",
            new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    public void readsNameTypeAndPorts() throws Exception {
        final var description = read("""
            <knimeNode xmlns="http://knime.org/node/v4.1" icon="a.png" type="Learner" deprecated="true">
              <name>Sample</name>
              <ports>
                <inPort index="0" name="Images">To learn from</inPort>
                <outPort index="0" name="Network">Learnt</outPort>
                <outPort index="1" name="Costs">Spent</outPort>
              </ports>
            </knimeNode>""");

        assertEquals("Sample", description.getNodeName());
        assertEquals(NodeType.Learner, description.getType());
        assertEquals("a.png", description.getIconPath());
        assertTrue(description.isDeprecated());
        assertEquals("Images", description.getInportName(0));
        assertEquals("To learn from", description.getInportDescription(0));
        assertEquals("Costs", description.getOutportName(1));
        assertEquals("No name available", description.getOutportName(2));
    }

    @Test
    public void readsTheOldestFormatWithoutFetchingItsDtd() throws Exception {
        final var description = read("""
            <!DOCTYPE knimeNode PUBLIC "-//UNIKN//DTD KNIME Node 2.0//EN" "http://localhost:1/Node.dtd">
            <knimeNode type="Source">
              <name>Old</name>
              <ports><dataOut index="0" name="Out">x</dataOut></ports>
            </knimeNode>
            """);

        assertEquals("Old", description.getNodeName());
        assertEquals("Out", description.getOutportName(0));
    }

    @Test
    public void refusesUnknownNamespaces() {
        assertEquals("Unknown node description namespace \"http://example.org\".", assertThrows(SAXException.class,
            () -> read("<knimeNode xmlns=\"http://example.org\"/>")).getMessage());
    }

    @Test
    public void withoutFileTheNameComesFromTheFactory() {
        assertEquals("Sample", new XmlNodeDescription("SampleNodeFactory", null).getNodeName());
        assertEquals("Sample", new XmlNodeDescription("SampleFactory", null).getNodeName());
        assertEquals("No name available", new XmlNodeDescription("SampleFactory", null).getInportName(0));
        assertNull(new XmlNodeDescription("SampleFactory", null).getIconPath());
    }
}
