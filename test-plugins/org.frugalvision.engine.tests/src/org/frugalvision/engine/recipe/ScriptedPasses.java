// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Passes;

/** Passes whose answers a test knows; those it does not overwrite fail. */
class ScriptedPasses implements Passes {

    @Override
    public double[] losses(final Batch batch, final Mode mode) {
        throw new AssertionError();
    }

    @Override
    public float[] scores(final Batch batch, final Mode mode) {
        throw new AssertionError();
    }

    @Override
    public float[] embeddings(final Batch batch) {
        throw new AssertionError();
    }

    @Override
    public float[] inputGradients(final Batch batch) {
        throw new AssertionError();
    }

    @Override
    public Weights gradient(final Batch batch, final Weights at) {
        throw new AssertionError();
    }
}
