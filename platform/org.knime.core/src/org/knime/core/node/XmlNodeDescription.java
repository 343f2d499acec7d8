// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The description in a factory's XML file: of the nine formats KNIME has, only what all of them share. */
final class XmlNodeDescription extends NodeDescription {

    private static final String NO_NAME = "No name available";

    private static final String NAMESPACES = "http://knime.org/node";

    private final String m_factoryName;

    private final Element m_root;

    /**
     * @param factoryName the simple name of the factory, from which a missing node name is made
     * @param root the root element, {@code null} if there is no file
     */
    XmlNodeDescription(final String factoryName, final Element root) {
        m_factoryName = factoryName;
        m_root = root;
        setIsDeprecated("true".equals(attribute("deprecated")));
    }

    static XmlNodeDescription read(final String factoryName, final InputStream xml) throws SAXException, IOException {
        try {
            final var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            // old descriptions name a DTD by a public id; nothing is fetched for it
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            final var root = factory.newDocumentBuilder().parse(xml).getDocumentElement();
            final var namespace = root.getNamespaceURI();
            if (namespace != null && !namespace.startsWith(NAMESPACES)) {
                throw new SAXException("Unknown node description namespace \"" + namespace + "\".");
            }
            return new XmlNodeDescription(factoryName, root);
        } catch (ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    private String attribute(final String name) {
        return m_root == null || !m_root.hasAttribute(name) ? null : m_root.getAttribute(name);
    }

    /** The port elements of the old formats are called "dataIn", "modelIn" and so on. */
    private Element port(final String end, final int index) {
        if (m_root != null) {
            final var all = m_root.getElementsByTagNameNS("*", "*");
            for (var i = 0; i < all.getLength(); i++) {
                final var element = (Element)all.item(i);
                final var name = element.getLocalName();
                if ((name.equals(end + "Port") || name.endsWith(end.equals("in") ? "In" : "Out"))
                    && element.getAttribute("index").equals(Integer.toString(index))) {
                    return element;
                }
            }
        }
        return null;
    }

    private String portName(final String end, final int index) {
        final var port = port(end, index);
        return port == null ? NO_NAME : port.getAttribute("name");
    }

    private String portDescription(final String end, final int index) {
        final var port = port(end, index);
        return port == null ? null : port.getTextContent().strip();
    }

    @Override
    public String getNodeName() {
        if (m_root != null) {
            final var names = m_root.getElementsByTagNameNS("*", "name");
            if (names.getLength() > 0) {
                return names.item(0).getTextContent().strip();
            }
        }
        return m_factoryName.replaceFirst("(Node)?Factory$", "");
    }

    @Override
    public NodeType getType() {
        final var type = attribute("type");
        for (final var known : NodeType.values()) {
            if (known.name().equals(type)) {
                return known;
            }
        }
        return NodeType.Unknown;
    }

    @Override
    public String getIconPath() {
        return attribute("icon");
    }

    @Override
    public String getInportName(final int index) {
        return portName("in", index);
    }

    @Override
    public String getInportDescription(final int index) {
        return portDescription("in", index);
    }

    @Override
    public String getOutportName(final int index) {
        return portName("out", index);
    }

    @Override
    public String getOutportDescription(final int index) {
        return portDescription("out", index);
    }

    @Override
    public String getInteractiveViewName() {
        return null;
    }

    @Override
    public int getViewCount() {
        return 0;
    }

    @Override
    public String getViewDescription(final int index) {
        return null;
    }

    @Override
    public String getViewName(final int index) {
        return null;
    }

    @Override
    public Element getXMLDescription() {
        return m_root;
    }
}
