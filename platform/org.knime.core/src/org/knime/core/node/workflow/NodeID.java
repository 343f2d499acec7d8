// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/** The path of numbers from the root to a node, written {@code 0:3:1}. Immutable. */
public class NodeID implements Serializable, Comparable<NodeID> {

    /** The id of the root of all workflows. */
    public static final NodeID ROOTID = new NodeID(0);

    private static final long serialVersionUID = 1;

    private final NodeID m_prefix;

    private final int m_index;

    /** An id without prefix. */
    public NodeID(final int index) {
        this(null, index);
    }

    /** An id below another. */
    public NodeID(final NodeID prefix, final int index) {
        m_prefix = prefix;
        m_index = index;
    }

    /** The id of a child. */
    public NodeID createChild(final int index) {
        return new NodeID(this, index);
    }

    /** Reads what {@link #toString()} writes. */
    public static NodeID fromString(final String text) {
        NodeID id = null;
        for (final var part : text.split(":")) {
            id = new NodeID(id, Integer.parseInt(part.strip()));
        }
        return id;
    }

    /** Returns the id of the workflow that holds this node, null for the root. */
    public NodeID getPrefix() {
        return m_prefix;
    }

    /** Returns the last number. */
    public int getIndex() {
        return m_index;
    }

    /** Whether this is the id of the root. */
    public final boolean isRoot() {
        return m_prefix == null;
    }

    /** Whether this id lies below another. */
    public boolean hasPrefix(final NodeID prefix) {
        return m_prefix != null && (m_prefix.equals(prefix) || m_prefix.hasPrefix(prefix));
    }

    /** Whether both are in the same workflow. */
    public boolean hasSamePrefix(final NodeID other) {
        return Objects.equals(m_prefix, other.m_prefix);
    }

    /** The numbers without that of the root. */
    public String getIDWithoutRoot() {
        return isRoot() ? "" : m_prefix.isRoot() ? Integer.toString(m_index)
            : m_prefix.getIDWithoutRoot() + ":" + m_index;
    }

    /** Returns the numbers, that of the root first. */
    private int[] path() {
        final var path = m_prefix == null ? new int[1] : Arrays.copyOf(m_prefix.path(), m_prefix.path().length + 1);
        path[path.length - 1] = m_index;
        return path;
    }

    @Override
    public int compareTo(final NodeID other) {
        return Arrays.compare(path(), other.path());
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof NodeID that && m_index == that.m_index && Objects.equals(m_prefix, that.m_prefix);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(m_prefix) + m_index;
    }

    @Override
    public String toString() {
        return m_prefix == null ? Integer.toString(m_index) : m_prefix + ":" + m_index;
    }
}
