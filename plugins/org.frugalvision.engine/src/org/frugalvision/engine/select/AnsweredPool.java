// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Fingerprint;

/** Some of the images of which {@link Answers} know. */
final class AnsweredPool implements Pool {

    private final Answers m_answers;

    private final int[] m_indices;

    AnsweredPool(final Answers answers, final int[] indices) {
        m_answers = answers;
        m_indices = indices;
    }

    @Override
    public int size() {
        return m_indices.length;
    }

    @Override
    public String id(final int i) {
        return m_answers.id(m_indices[i]);
    }

    @Override
    public <T> T get(final Need<T> need) throws CanceledException {
        final T all = m_answers.get(need);
        return need.slice(all, m_indices);
    }

    @Override
    public String fingerprint() {
        final Fingerprint fingerprint = new Fingerprint().add(m_answers.fingerprint());
        Arrays.stream(m_indices).forEach(fingerprint::add);
        return fingerprint.hex();
    }

    @Override
    public Pool subset(final int... indices) {
        return new AnsweredPool(m_answers, Arrays.stream(indices).map(i -> m_indices[i]).toArray());
    }
}
