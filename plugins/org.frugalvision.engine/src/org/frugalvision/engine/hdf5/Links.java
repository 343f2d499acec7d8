// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a group holds: names and addresses. Links to other files and other places are passed over. */
final class Links {

    private static final int SYMBOL = 40;

    private static final int TREE_HEAD = 24;

    private static final int DEEPEST_TREE = 10;

    private static final int CREATION_ORDER = 4;

    private static final int TYPE = 8;

    private static final int CHARACTER_SET = 0x10;

    private final Source m_source;

    private final Map<String, Long> m_links = new LinkedHashMap<>();

    private Links(final Source source) {
        m_source = source;
    }

    static Map<String, Long> of(final Source source, final ObjectHeader group) throws IOException {
        final Links links = new Links(source);
        final var table = group.only(Message.SYMBOL_TABLE);
        if (table.isPresent()) {
            final long tree = table.get().u8();
            final Bytes heap = source.at(table.get().u8(), 32).expect("HEAP").skip(4);
            final long size = heap.u8();
            links.tree(tree, source.at(heap.skip(8).u8(), size), DEEPEST_TREE);
        }
        for (final Message link : group.all(Message.LINK)) {
            links.link(link.content());
        }
        final var info = group.only(Message.LINK_INFO);
        if (info.isPresent() && (info.get().skip(1).u1() & 1) == 0 && info.get().u8() >= 0) {
            throw new Hdf5Exception("the file keeps large groups in a form that is not read");
        }
        return links.m_links;
    }

    private void tree(final long address, final Bytes names, final int depth) throws IOException {
        final Bytes head = m_source.at(address, TREE_HEAD).expect("TREE");
        final int type = head.u1();
        final int level = head.u1();
        final int used = head.u2();
        if (type != 0 || level >= depth) {
            throw new Hdf5Exception("the file is damaged (a group of level %d)".formatted(level));
        }
        final Bytes children = m_source.at(address + TREE_HEAD, used * 16L);
        for (int i = 0; i < used; i++) {
            final long child = children.skip(8).u8();
            if (level > 0) {
                tree(child, names, level);
            } else {
                symbols(child, names);
            }
        }
    }

    private void symbols(final long address, final Bytes names) throws IOException {
        final int count = m_source.at(address, 8).expect("SNOD").skip(2).u2();
        final Bytes symbols = m_source.at(address + 8, (long)count * SYMBOL);
        for (int i = 0; i < count; i++) {
            final Bytes symbol = symbols.part(SYMBOL);
            final long name = symbol.u8();
            final long target = symbol.u8();
            final Bytes text = new Bytes(names.buffer()).skip(name);
            if (target >= 0) {
                m_links.put(text.text(text.left()), target);
            }
        }
    }

    private void link(final Bytes link) throws Hdf5Exception {
        final int flags = link.skip(1).u1();
        final int type = (flags & TYPE) == 0 ? 0 : link.u1();
        link.skip(((flags & CREATION_ORDER) == 0 ? 0 : 8) + ((flags & CHARACTER_SET) == 0 ? 0 : 1));
        final long length = switch (flags & 3) {
            case 0 -> link.u1();
            case 1 -> link.u2();
            case 2 -> link.u4();
            default -> link.u8();
        };
        final String name = link.text(length);
        if (type == 0) {
            m_links.put(name, link.u8());
        }
    }
}
