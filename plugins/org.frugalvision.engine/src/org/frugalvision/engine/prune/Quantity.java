// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

import org.frugalvision.engine.network.Network;

/** What shall become less. */
public enum Quantity {
    /** Stored values. */
    PARAMETERS("parameters"),
    /** Multiply-adds of one image. */
    MULTIPLY_ADDS("multiply-adds"),
    /** Bytes of the network's file. */
    FILE_BYTES("file size"),
    /** Measured time for one image, in a batch of the size of use; depends on the machine and what else it does. */
    LATENCY("time");

    private final String m_label;

    Quantity(final String label) {
        m_label = label;
    }

    /** @return its name for people, within a sentence */
    public String label() {
        return m_label;
    }

    /**
     * @param network a network
     * @return how many bytes its file has
     */
    public static long fileBytes(final Network network) {
        final AtomicLong count = new AtomicLong();
        try {
            network.save(new OutputStream() {

                @Override
                public void write(final int value) {
                    count.incrementAndGet();
                }

                @Override
                public void write(final byte[] values, final int from, final int length) {
                    count.addAndGet(length);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count.get();
    }
}
