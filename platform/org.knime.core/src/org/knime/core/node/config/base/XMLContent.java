// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.util.ArrayDeque;
import java.util.Deque;

import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Fills a config from the elements of its XML. */
final class XMLContent extends DefaultHandler {

    private final Deque<ConfigBase> m_open = new ArrayDeque<>();

    private final ConfigBase m_root;

    private Locator m_locator;

    XMLContent(final ConfigBase root) {
        m_root = root;
    }

    @Override
    public void setDocumentLocator(final Locator locator) {
        m_locator = locator;
    }

    @Override
    public void startElement(final String uri, final String name, final String qualified, final Attributes attributes)
        throws SAXException {
        final String key = attribute(attributes, "key", name);
        if (name.equals("config")) {
            m_open.push(open(key));
        } else if (name.equals("entry") && !m_open.isEmpty()) {
            m_open.peek().put(entry(key, attributes));
        } else {
            throw error("Unexpected element <" + name + ">");
        }
    }

    @Override
    public void endElement(final String uri, final String name, final String qualified) {
        if (name.equals("config")) {
            m_open.pop();
        }
    }

    @Override
    public void error(final SAXParseException ex) throws SAXException {
        throw ex;
    }

    private ConfigBase open(final String key) {
        if (m_open.isEmpty()) {
            m_root.setKey(key);
            return m_root;
        }
        return m_open.peek().addConfigBase(key);
    }

    private AbstractConfigEntry entry(final String key, final Attributes attributes) throws SAXException {
        final String typeName = attribute(attributes, "type", "entry");
        final String text = attribute(attributes, "value", "entry");
        try {
            final ConfigEntries type = ConfigEntries.valueOf(typeName);
            try {
                return type.parse(key, "true".equals(attributes.getValue("isnull")) ? null : text);
            } catch (final IllegalArgumentException ex) {
                throw error("Value \"" + text + "\" of key \"" + key + "\" is no " + typeName);
            }
        } catch (final IllegalArgumentException ex) {
            throw error("Unknown type \"" + typeName + "\" of key \"" + key + "\"");
        }
    }

    private String attribute(final Attributes attributes, final String name, final String element)
        throws SAXException {
        final String value = attributes.getValue(name);
        if (value == null) {
            throw error("Attribute \"" + name + "\" is missing in <" + element + ">");
        }
        return XMLText.decode(value);
    }

    private SAXException error(final String what) {
        return new SAXParseException(what + " in line " + m_locator.getLineNumber() + ".", m_locator);
    }
}
