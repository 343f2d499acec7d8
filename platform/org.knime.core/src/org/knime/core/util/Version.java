// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/** A version {@code major.minor.revision.qualifier}. The qualifier is text and compared as such. */
public final class Version implements Comparable<Version>, Serializable {

    private static final long serialVersionUID = 1;

    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::getMajor)
        .thenComparingInt(Version::getMinor).thenComparingInt(Version::getRevision)
        .thenComparing(Version::getQualifier);

    private final int m_major;

    private final int m_minor;

    private final int m_revision;

    private final String m_qualifier;

    /** Without qualifier. */
    public Version(final int major, final int minor, final int revision) {
        this(major, minor, revision, "");
    }

    /** With a qualifier. */
    public Version(final int major, final int minor, final int revision, final String qualifier) {
        m_major = major;
        m_minor = minor;
        m_revision = revision;
        m_qualifier = Objects.requireNonNullElse(qualifier, "");
    }

    /** Reads a version; missing parts are 0. */
    public Version(final String text) {
        final var parts = text.split("\\.", 4);
        try {
            m_major = Integer.parseInt(parts[0]);
            m_minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            m_revision = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not a version: \"" + text + "\".", e);
        }
        m_qualifier = parts.length > 3 ? parts[3] : "";
    }

    /** Returns the first number. */
    public int getMajor() {
        return m_major;
    }

    /** Returns the second number. */
    public int getMinor() {
        return m_minor;
    }

    /** Returns the third number. */
    public int getRevision() {
        return m_revision;
    }

    /** Returns the text behind the numbers. */
    public String getQualifier() {
        return m_qualifier;
    }

    /** Whether this version is not older than another. */
    public boolean isSameOrNewer(final Version other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(final Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Version that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_major, m_minor, m_revision, m_qualifier);
    }

    @Override
    public String toString() {
        return m_major + "." + m_minor + "." + m_revision + (m_qualifier.isEmpty() ? "" : "." + m_qualifier);
    }
}
