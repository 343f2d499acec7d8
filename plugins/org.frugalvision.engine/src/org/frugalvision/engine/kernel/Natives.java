// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayDeque;
import java.util.Deque;

import org.bytedeco.javacpp.Pointer;

/** Native things that are freed together, the last one first. */
final class Natives implements AutoCloseable {

    private final Deque<Runnable> m_frees = new ArrayDeque<>();

    /** Keeps native memory of JavaCPP beyond the present scope. */
    <P extends Pointer> P keep(final P pointer) {
        pointer.retainReference();
        m_frees.push(pointer::releaseReference);
        return pointer;
    }

    <T> T keep(final T thing, final Runnable free) {
        m_frees.push(free);
        return thing;
    }

    @Override
    public void close() {
        while (!m_frees.isEmpty()) {
            m_frees.pop().run();
        }
    }
}
