// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.file.Path;

/**
 * Keeps the first images on the heap and, once that is full, the others in a temporary file, which is made only then.
 */
final class SpillingPixels implements PixelStore {

    private final HeapPixels m_heap;

    private final int m_onHeap;

    private final int m_imageBytes;

    private final Path m_folder;

    private FilePixels m_file;

    private int m_size;

    SpillingPixels(final int imageBytes, final long memoryBytes, final Path folder) {
        m_heap = new HeapPixels(imageBytes);
        m_onHeap = (int)Math.min(Integer.MAX_VALUE, memoryBytes / imageBytes);
        m_imageBytes = imageBytes;
        m_folder = folder;
    }

    @Override
    public void append(final byte[] image) {
        if (m_size < m_onHeap) {
            m_heap.append(image);
        } else {
            if (m_file == null) {
                m_file = new FilePixels(m_imageBytes, m_folder);
            }
            m_file.append(image);
        }
        m_size++;
    }

    @Override
    public void read(final int i, final byte[] target) {
        if (i < m_onHeap) {
            m_heap.read(i, target);
        } else {
            m_file.read(i - m_onHeap, target);
        }
    }

    @Override
    public void discard() {
        if (m_file != null) {
            m_file.discard();
        }
    }
}
