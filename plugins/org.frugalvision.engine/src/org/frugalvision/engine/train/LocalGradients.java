// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Arrays;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;

/** Gradients that this machine computes: images are loaded, changed by the recipe and sent through the network. */
final class LocalGradients implements GradientSource {

    private final Parts m_parts;

    private final BatchLoader m_loader;

    private final ChargedPasses m_passes;

    /** Of dropout; each update has its own. */
    private final Seeds m_noise;

    LocalGradients(final Parts parts, final BatchLoader loader, final ChargedPasses passes, final Seeds seeds) {
        m_parts = parts;
        m_loader = loader;
        m_passes = passes;
        m_noise = seeds.named("dropout");
    }

    @Override
    public Answer gradient(final Update update, final float[] gradient) throws CanceledException {
        final String name = "update " + update.step();
        m_passes.update(m_noise.child(name).asLong());
        final Batch planned = m_parts.batchLoaded(m_loader.load(update.images(), name, update.epoch()), m_passes);
        final Batch batch = planned.size() <= update.most() ? planned : planned.keep(range(update.most()));
        final float[] scores = m_passes.train(batch, m_parts, gradient);
        return new Answer(batch, scores, m_passes.losses(batch, scores));
    }

    private static int[] range(final int length) {
        final int[] range = new int[length];
        Arrays.setAll(range, i -> i);
        return range;
    }
}
