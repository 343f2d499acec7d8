// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.Optional;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Remembers the first warning of a reader: where others show half an image, we want to know. */
final class FirstWarning implements IIOReadWarningListener {

    private String m_text;

    @Override
    public void warningOccurred(final ImageReader source, final String warning) {
        if (m_text == null) {
            m_text = warning;
        }
    }

    Optional<String> text() {
        return Optional.ofNullable(m_text);
    }
}
