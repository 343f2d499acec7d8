// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

/** Which paths settings ask for; counts the others. Not thread-safe. */
final class WantedFiles {

    private final NamePatterns m_include;

    private final NamePatterns m_exclude;

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

    /** The same for a path whose names must not begin with a dot. */
    boolean takeVisible(final String path) {
        if (path.isEmpty() || path.startsWith(".") || path.contains("/.")) {
            m_ignored++;
            return false;
        }
        return take(path);
    }

    long ignored() {
        return m_ignored;
    }
}
