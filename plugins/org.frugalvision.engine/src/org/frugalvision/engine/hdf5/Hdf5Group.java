// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A group in an open file: named groups and data sets, and texts beside them. */
public final class Hdf5Group {

    private final Source m_source;

    private final ObjectHeader m_header;

    private final String m_name;

    private final Map<String, Long> m_links;

    Hdf5Group(final Source source, final long address, final String name) throws IOException {
        m_source = source;
        m_header = ObjectHeader.read(source, address);
        m_name = name;
        m_links = Links.of(source, m_header);
    }

    /**
     * @param name a name
     * @return whether the group holds something of that name
     */
    public boolean has(final String name) {
        return m_links.containsKey(name);
    }

    /**
     * @param path names separated by slashes
     * @return the group there
     * @throws IOException if there is none, or reading fails
     */
    public Hdf5Group group(final String path) throws IOException {
        Hdf5Group group = this;
        for (final String name : path.split("/")) {
            group = new Hdf5Group(m_source, group.address(name), name);
        }
        return group;
    }

    /**
     * @param path names separated by slashes
     * @return the array there
     * @throws IOException if there is none, or reading fails
     */
    public Hdf5Dataset dataset(final String path) throws IOException {
        final int slash = path.lastIndexOf('/');
        final Hdf5Group group = slash < 0 ? this : group(path.substring(0, slash));
        return Hdf5Dataset.of(m_source, ObjectHeader.read(m_source, group.address(path.substring(slash + 1))), path);
    }

    /**
     * @param attribute name of an attribute
     * @return its texts; empty if there is no such attribute
     * @throws IOException if it holds no texts, or reading fails
     */
    public List<String> texts(final String attribute) throws IOException {
        for (final Message message : m_header.all(Message.ATTRIBUTE)) {
            final Attribute found = Attribute.read(new Bytes(message.content().buffer()));
            if (found.name().equals(attribute)) {
                return found.texts(m_source);
            }
        }
        final var info = m_header.only(Message.ATTRIBUTE_INFO);
        if (info.isPresent()) {
            final int flags = info.get().skip(1).u1();
            if (info.get().skip((flags & 1) == 0 ? 0 : 2).u8() >= 0) {
                throw new Hdf5Exception("the file keeps attributes of \"%s\" in a form that is not read"
                    .formatted(m_name));
            }
        }
        return List.of();
    }

    private long address(final String name) throws Hdf5Exception {
        final Long address = m_links.get(name);
        if (address == null) {
            throw new Hdf5Exception("the file lacks \"%s\" in \"%s\"".formatted(name, m_name));
        }
        return address;
    }
}
