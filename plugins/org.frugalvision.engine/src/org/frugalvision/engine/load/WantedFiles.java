// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which paths settings ask for; counts the others. Not thread-safe. */
final class WantedFiles {

    /** In lower case: what systems, network drives and programs leave in folders for themselves. */
    private static final Set<String> OF_SYSTEMS = Set.of("@eadir", "@recycle", "@recently-snapshot", "@tmp", "#recycle",
        "#snapshot", "$recycle.bin", "recycler", "recycled", "system volume information", "lost+found", "__macosx",
        "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "found.000");

    private final NamePatterns m_include;

    private final NamePatterns m_exclude;

    private final SortedSet<String> m_system = new TreeSet<>(NaturalOrder.INSTANCE);

    private long m_ignored;

    WantedFiles(final ScanSettings settings) {
        m_include = new NamePatterns("Include", settings.include());
        m_exclude = new NamePatterns("Exclude", settings.exclude());
    }

    /** Whether a path below the folder, with slashes, is wanted; if not, it is counted. */
    boolean take(final String path) {
        final boolean wanted = m_include.match(path) && !m_exclude.match(path);
        m_ignored += wanted ? 0 : 1;
        return wanted;
    }

    /** The same for a path whose names must not begin with a dot nor be those of systems. */
    boolean takeVisible(final String path) {
        if (!visible(path)) {
            m_ignored++;
            return false;
        }
        return take(path);
    }

    /** Whether no name in a path begins with a dot or is that of a system; the first of a system is remembered. */
    boolean visible(final String path) {
        int start = 0;
        while (start < path.length()) {
            final int slash = path.indexOf('/', start);
            final int end = slash < 0 ? path.length() : slash;
            final var name = path.substring(start, end);
            if (name.startsWith(".")) {
                return false;
            }
            if (OF_SYSTEMS.contains(name.toLowerCase(Locale.ROOT))) {
                m_system.add(path.substring(0, end));
                return false;
            }
            start = end + 1;
        }
        return !path.isEmpty();
    }

    /** What was left out, and as many files more. */
    LeftOut leftOut(final long more) {
        return new LeftOut(m_ignored + more, m_system.size(), m_system.isEmpty() ? "" : m_system.first());
    }
}
