// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The messages of an object: a group or a data set. */
final class ObjectHeader {

    private static final int START = 64;

    private static final int MOST_BYTES = 8 << 20;

    private static final int SHARED = 2;

    private static final int TIMES = 0x20;

    private static final int ATTRIBUTE_LIMITS = 0x10;

    private static final int CREATION_ORDER = 4;

    private final Source m_source;

    private final List<Message> m_messages = new ArrayList<>();

    private final Deque<Bytes> m_blocks = new ArrayDeque<>();

    private int m_bytesLeft = MOST_BYTES;

    private ObjectHeader(final Source source) {
        m_source = source;
    }

    static ObjectHeader read(final Source source, final long address) throws IOException {
        final ObjectHeader header = new ObjectHeader(source);
        final Bytes start = source.upTo(address, START);
        final int version = start.u1();
        if (version == 1) {
            start.skip(7);
            header.follow(address + 16, start.u4());
            header.first();
        } else if (version == 'O') {
            header.second(address, source.upTo(address, START));
        } else {
            throw new Hdf5Exception("the file is damaged (no object where one should be)");
        }
        return header;
    }

    List<Message> all(final int type) {
        return m_messages.stream().filter(message -> message.type() == type).toList();
    }

    Optional<Bytes> only(final int type) {
        final List<Message> found = all(type);
        return found.isEmpty() ? Optional.empty() : Optional.of(new Bytes(found.get(0).content().buffer()));
    }

    /** Messages of version 1, and of the blocks to which they refer. */
    private void first() throws IOException {
        while (!m_blocks.isEmpty()) {
            final Bytes block = m_blocks.remove();
            while (block.left() >= 8) {
                final int type = block.u2();
                final int size = block.u2();
                final int flags = block.u1();
                add(type, flags, block.skip(3).part(size));
            }
        }
    }

    private void second(final long address, final Bytes start) throws IOException {
        final int length = start.left();
        start.expect("OHDR").skip(1);
        final int flags = start.u1();
        start.skip(((flags & TIMES) == 0 ? 0 : 16) + ((flags & ATTRIBUTE_LIMITS) == 0 ? 0 : 4));
        final long size = switch (flags & 3) {
            case 0 -> start.u1();
            case 1 -> start.u2();
            case 2 -> start.u4();
            default -> start.u8();
        };
        follow(address + length - start.left(), size);
        final int head = (flags & CREATION_ORDER) == 0 ? 4 : 6;
        for (boolean more = false; !m_blocks.isEmpty(); more = true) {
            Bytes block = m_blocks.remove();
            if (more) { // the signature before and the checksum behind
                block = block.expect("OCHK").part(block.left() - 4L);
            }
            while (block.left() >= head) {
                final int type = block.u1();
                final int bytes = block.u2();
                final int messageFlags = block.u1();
                add(type, messageFlags, block.skip(head - 4L).part(bytes));
            }
        }
    }

    private void follow(final long address, final long length) throws IOException {
        m_bytesLeft = (int)Math.max(-1, m_bytesLeft - Math.max(1, length));
        if (m_bytesLeft < 0) {
            throw new Hdf5Exception("the file is damaged (its parts refer to each other endlessly)");
        }
        m_blocks.add(m_source.at(address, length));
    }

    private void add(final int type, final int flags, final Bytes content) throws IOException {
        if (type == Message.CONTINUATION) {
            follow(content.u8(), content.u8());
            return;
        }
        if ((flags & SHARED) != 0 && (type == Message.DATA_TYPE || type == Message.DATA_SPACE
            || type == Message.ATTRIBUTE)) {
            throw new Hdf5Exception("the file shares types between its parts, which is not read");
        }
        m_messages.add(new Message(type, content));
    }
}
