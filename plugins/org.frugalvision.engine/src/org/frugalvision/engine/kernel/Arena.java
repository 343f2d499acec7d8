// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.bytedeco.javacpp.BytePointer;

/**
 * One piece of native memory, whose start is a multiple of 64 and that grows to the largest size asked for. One
 * allocation of JavaCPP, so its limits count it. Not thread-safe.
 */
final class Arena implements AutoCloseable {

    private static final int ALIGNMENT = 64;

    private BytePointer m_memory;

    private long m_bytes;

    /** Makes it at least so large; its values are lost if it grows. */
    void grow(final long bytes) {
        if (m_memory == null || m_bytes < bytes) {
            close();
            m_memory = new BytePointer(bytes + ALIGNMENT);
            m_bytes = bytes;
        }
    }

    /** Changes when it grows. */
    long address() {
        return SlotPlaces.aligned(m_memory.address());
    }

    /** The memory from an offset on. */
    Floats at(final long offset) {
        return new Floats(address() + offset);
    }

    @Override
    public void close() {
        if (m_memory != null) {
            m_memory.deallocate();
            m_memory = null;
            m_bytes = 0;
        }
    }
}
