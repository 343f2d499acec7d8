// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.knime.core.node.NodeDescription.DialogOption;
import org.knime.node.NodePorts.Group;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Writes the description of a node as XML: texts are fragments, names and titles are plain. */
final class DescriptionXml {
    static final String OPTIONS_TAB = "Options";

    private final StringBuilder m_xml = new StringBuilder();

    DescriptionXml(final DefaultNode node, final List<DialogOption> options) {
        final var texts = node.texts();
        m_xml.append("<knimeNode").append(attribute("icon", texts.icon()))
            .append(attribute("type", node.nodeType().name())).append('>');
        element("name", "", escape(texts.name()));
        element("shortDescription", "", texts.shortDescription());
        m_xml.append("<fullDescription>");
        element("intro", "", texts.fullDescription());
        options(options);
        node.links().forEach(link -> element("link", attribute("href", link.getTarget()), link.getText()));
        m_xml.append("</fullDescription>");
        node.view()
            .ifPresent(view -> element("interactiveView", attribute("name", texts.name()), view.description()));
        m_xml.append("<ports>");
        ports(node.ports().inputs(), "inPort", "dynInPort");
        ports(node.ports().outputs(), "outPort", "dynOutPort");
        m_xml.append("</ports><keywords>");
        node.keywords().forEach(keyword -> element("keyword", "", escape(keyword)));
        m_xml.append("</keywords></knimeNode>");
    }

    Element parse() throws SAXException, IOException {
        try {
            final var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            final var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // errors are thrown anyway, and stderr is the user's
            return builder.parse(new InputSource(new StringReader(m_xml.toString()))).getDocumentElement();
        } catch (final ParserConfigurationException e) {
            throw new IllegalStateException("Every Java has such a parser.", e);
        }
    }

    private void options(final List<DialogOption> options) {
        if (!options.isEmpty()) {
            m_xml.append("<tab").append(attribute("name", OPTIONS_TAB)).append('>');
            options.forEach(option -> element("option", attribute("name", option.getName()), option.getDescription()));
            m_xml.append("</tab>");
        }
    }

    private void ports(final List<Group> groups, final String fixed, final String dynamic) {
        for (var i = 0; i < groups.size(); i++) {
            final var group = groups.get(i);
            final var isDynamic = group.mode().isDynamic();
            final var place = isDynamic ? attribute("group-identifier", group.id())
                : attribute("index", Integer.toString(i));
            element(isDynamic ? dynamic : fixed, place + attribute("name", group.name()), group.description());
        }
    }

    private void element(final String name, final String attributes, final String content) {
        m_xml.append('<').append(name).append(attributes).append('>').append(content == null ? "" : content)
            .append("</").append(name).append('>');
    }

    private static String attribute(final String name, final String value) {
        return " %s=\"%s\"".formatted(name, escape(value == null ? "" : value));
    }

    static String escape(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
