// SPDX-License-Identifier: Apache-2.0
package org.knime.core.internal;

import java.io.File;

/** A file or directory of a workflow. */
public final class ReferencedFile {

    private final File m_file;

    /** The directory of a workflow. */
    public ReferencedFile(final File file) {
        m_file = file;
    }

    /** Something below it. */
    public ReferencedFile(final ReferencedFile parent, final String name) {
        this(new File(parent.getFile(), name));
    }

    /** Returns the file. */
    public File getFile() {
        return m_file;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof ReferencedFile that && m_file.equals(that.m_file);
    }

    @Override
    public int hashCode() {
        return m_file.hashCode();
    }

    @Override
    public String toString() {
        return m_file.toString();
    }
}
