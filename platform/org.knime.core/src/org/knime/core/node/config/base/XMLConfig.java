// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Settings as XML, in the layout of KNIME's settings.xml and workflow.knime. */
public final class XMLConfig {

    static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";

    private static final String SCHEMA_LOCATION = NAMESPACE + " http://www.knime.org/XMLConfig_2008_09.xsd";

    private XMLConfig() {
    }

    /**
     * Reads the settings of the XML into the config, which takes the root's key, and closes the stream. A document
     * type declaration, and with it every entity of its own, is refused.
     *
     * @throws IOException if the XML is malformed, has unknown elements or types, or a value does not fit its type
     */
    public static void load(final ConfigBase config, final InputStream in) throws IOException {
        try (in) {
            final SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            final XMLReader reader = factory.newSAXParser().getXMLReader();
            final XMLContent content = new XMLContent(config);
            reader.setContentHandler(content);
            reader.setErrorHandler(content);
            reader.parse(new InputSource(in));
        } catch (final SAXException ex) {
            throw new IOException("Settings cannot be read: " + ex.getMessage(), ex);
        } catch (final ParserConfigurationException ex) {
            throw new IllegalStateException("The XML parser of this Java runtime cannot be restricted.", ex);
        }
    }

    /** Writes the config and closes the stream. */
    public static void save(final ConfigBase config, final OutputStream out) throws IOException {
        try (out) {
            final XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeCharacters("\n");
            writer.writeStartElement("config");
            writer.writeDefaultNamespace(NAMESPACE);
            writer.writeNamespace("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
            writer.writeAttribute("xsi:schemaLocation", SCHEMA_LOCATION);
            writer.writeAttribute("key", XMLText.encode(config.getKey()));
            writeEntries(writer, config, "\n");
            writer.writeEndElement();
            writer.writeCharacters("\n");
            writer.writeEndDocument();
            writer.close();
        } catch (final XMLStreamException ex) {
            throw new IOException("Settings \"" + config.getKey() + "\" cannot be written: " + ex.getMessage(), ex);
        }
    }

    private static void writeEntries(final XMLStreamWriter writer, final ConfigBase config, final String indent)
        throws XMLStreamException {
        for (final String key : config) {
            writer.writeCharacters(indent + "    ");
            final AbstractConfigEntry entry = config.getEntry(key);
            if (entry instanceof ConfigBase) {
                writeConfig(writer, (ConfigBase)entry, indent + "    ");
            } else {
                writeEntry(writer, entry);
            }
        }
        writer.writeCharacters(indent);
    }

    private static void writeConfig(final XMLStreamWriter writer, final ConfigBase config, final String indent)
        throws XMLStreamException {
        if (config.keySet().isEmpty()) {
            writer.writeEmptyElement("config");
            writer.writeAttribute("key", XMLText.encode(config.getKey()));
        } else {
            writer.writeStartElement("config");
            writer.writeAttribute("key", XMLText.encode(config.getKey()));
            writeEntries(writer, config, indent);
            writer.writeEndElement();
        }
    }

    private static void writeEntry(final XMLStreamWriter writer, final AbstractConfigEntry entry)
        throws XMLStreamException {
        final String value = entry.toStringValue();
        writer.writeEmptyElement("entry");
        writer.writeAttribute("key", XMLText.encode(entry.getKey()));
        writer.writeAttribute("type", entry.getType().name());
        if (value == null) {
            writer.writeAttribute("isnull", "true");
        }
        writer.writeAttribute("value", value == null ? "" : XMLText.encode(value));
    }
}
