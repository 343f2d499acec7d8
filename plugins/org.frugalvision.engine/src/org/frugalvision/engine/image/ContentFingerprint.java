// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.RunControl;

/** The fingerprint of a set's content, made when it is first asked for. */
final class ContentFingerprint {

    private final ImageSet m_images;

    private String m_hex;

    ContentFingerprint(final ImageSet images) {
        m_images = images;
    }

    synchronized String get(final RunControl run) throws CanceledException {
        if (m_hex == null) {
            m_hex = compute(run);
        }
        return m_hex;
    }

    private String compute(final RunControl run) throws CanceledException {
        final var shape = m_images.shape();
        final var fingerprint = new Fingerprint().add(m_images.type().name()).add(shape.channels()).add(shape.height())
            .add(shape.width()).add(m_images.classes().size());
        m_images.classes().forEach(fingerprint::add);
        fingerprint.add(m_images.size());
        final var values = new float[shape.size()];
        for (int i = 0; i < m_images.size(); i++) {
            run.checkCanceled();
            m_images.readPixels(i, values, 0);
            fingerprint.add(m_images.id(i)).add(m_images.label(i)).add(Double.doubleToLongBits(m_images.weight(i)))
                .add(values);
        }
        return fingerprint.hex();
    }
}
