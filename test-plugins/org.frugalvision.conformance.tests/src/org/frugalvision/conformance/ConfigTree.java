// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A config of KNIME's XML, written and read as text: values stay as they are written, only XML itself is escaped. */
final class ConfigTree {
    /** A typed entry; a null text stands for the null value. */
    record Value(String type, String text) {
    }

    private final Map<String, Object> m_children = new LinkedHashMap<>();

    ConfigTree value(final String key, final String type, final String text) {
        m_children.put(key, new Value(type, text));
        return this;
    }

    ConfigTree string(final String key, final String text) {
        return value(key, "xstring", text);
    }

    ConfigTree integer(final String key, final int number) {
        return value(key, "xint", Integer.toString(number));
    }

    ConfigTree bool(final String key, final boolean flag) {
        return value(key, "xboolean", Boolean.toString(flag));
    }

    /** Adds an array: its size, then its elements by number. */
    ConfigTree array(final String key, final String type, final String... elements) {
        final var array = new ConfigTree().integer("array-size", elements.length);
        for (var i = 0; i < elements.length; i++) {
            array.value(Integer.toString(i), type, elements[i]);
        }
        return config(key, array);
    }

    ConfigTree config(final String key, final ConfigTree child) {
        m_children.put(key, child);
        return this;
    }

    /** The config below some keys, made if it is not there. */
    ConfigTree at(final String... path) {
        var tree = this;
        for (final var key : path) {
            tree = (ConfigTree)tree.m_children.computeIfAbsent(key, k -> new ConfigTree());
        }
        return tree;
    }

    /** Removes what is below some keys, which must be there. */
    ConfigTree remove(final String... path) {
        final var parent = at(Arrays.copyOf(path, path.length - 1));
        if (parent.m_children.remove(path[path.length - 1]) == null) {
            throw new IllegalArgumentException("There is no " + String.join("/", path) + ".");
        }
        return this;
    }

    Set<String> keys() {
        return m_children.keySet();
    }

    boolean has(final String... path) {
        Object found = this;
        for (final var key : path) {
            found = found instanceof ConfigTree tree ? tree.m_children.get(key) : null;
        }
        return found != null;
    }

    /** The text of an entry; null for the null value or if there is none. */
    String text(final String... path) {
        final var found = at(Arrays.copyOf(path, path.length - 1)).m_children.get(path[path.length - 1]);
        return found instanceof Value value ? value.text() : null;
    }

    /** The texts of all entries, in their order. */
    List<String> texts() {
        return m_children.values().stream().filter(Value.class::isInstance).map(Value.class::cast).map(Value::text)
            .toList();
    }

    /** The paths of all entries and configs, outer ones first. */
    List<String> paths() {
        final var paths = new ArrayList<String>();
        m_children.forEach((key, child) -> {
            paths.add(key);
            if (child instanceof ConfigTree tree) {
                tree.paths().forEach(path -> paths.add(key + "/" + path));
            }
        });
        return paths;
    }

    ConfigTree copy() {
        final var copy = new ConfigTree();
        m_children.forEach((key, child) -> copy.m_children.put(key, child instanceof ConfigTree t ? t.copy() : child));
        return copy;
    }

    void write(final Path file, final String rootKey) throws IOException {
        final var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\"" + attribute("key", rootKey) + ">\n");
        append(xml);
        Files.writeString(file, xml.append("</config>\n"));
    }

    private void append(final StringBuilder xml) {
        m_children.forEach((key, child) -> {
            if (child instanceof ConfigTree tree) {
                xml.append("<config").append(attribute("key", key)).append(">\n");
                tree.append(xml);
                xml.append("</config>\n");
            } else if (child instanceof Value value) {
                final var isNull = value.text() == null;
                xml.append("<entry").append(attribute("key", key)).append(attribute("type", value.type()))
                    .append(isNull ? attribute("isnull", "true") : "")
                    .append(attribute("value", isNull ? "" : value.text())).append("/>\n");
            }
        });
    }

    private static String attribute(final String name, final String value) {
        return " " + name + "=\""
            + value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "\"";
    }

    static ConfigTree read(final Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return of(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement());
        } catch (final SAXException | ParserConfigurationException e) {
            throw new IOException(file + " is no XML.", e);
        }
    }

    private static ConfigTree of(final Element config) {
        final var tree = new ConfigTree();
        for (var node = config.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals("config")) {
                tree.config(child.getAttribute("key"), of(child));
            } else if (node instanceof Element child) {
                tree.value(child.getAttribute("key"), child.getAttribute("type"),
                    child.getAttribute("isnull").equals("true") ? null : child.getAttribute("value"));
            }
        }
        return tree;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof ConfigTree tree && m_children.equals(tree.m_children);
    }

    @Override
    public int hashCode() {
        return m_children.hashCode();
    }

    @Override
    public String toString() {
        return m_children.toString();
    }
}
