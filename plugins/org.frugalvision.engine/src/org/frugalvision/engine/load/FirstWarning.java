// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.Optional;
import java.util.regex.Pattern;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Remembers the first warning of a reader: where others show half an image, we want to know. Superfluous bytes after
 * all pixels of a JPEG file are no reason to warn.
 */
final class FirstWarning implements IIOReadWarningListener {

    private static final Pattern HARMLESS = Pattern.compile(".*\\d+ extraneous bytes before marker 0xd9.*");

    private String m_text;

    @Override
    public void warningOccurred(final ImageReader source, final String warning) {
        if (m_text == null && !HARMLESS.matcher(warning).matches()) {
            m_text = warning;
        }
    }

    Optional<String> text() {
        return Optional.ofNullable(m_text);
    }
}
