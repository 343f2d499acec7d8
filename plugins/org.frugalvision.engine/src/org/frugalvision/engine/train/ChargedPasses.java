// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.ScoreGradient;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;

/** Sends batches through the network under training, and counts what that takes. */
final class ChargedPasses implements Passes {

    private final NetworkSpec m_spec;

    private final List<Tensor> m_tensors;

    private final Replica m_replica;

    private final Loss m_loss;

    private final Multiplications m_multiplications;

    /** The weights under training; shared. */
    private final float[] m_weights;

    private Work m_work = Work.NONE;

    /** Number of the masks of dropout of this update. */
    private long m_noise;

    /** For each tensor whether it learns. */
    private boolean[] m_trained;

    private boolean m_replicaIsCurrent;

    ChargedPasses(final NetworkSpec spec, final Replica replica, final Loss loss, final float[] weights) {
        m_spec = spec;
        m_tensors = spec.tensors();
        m_replica = replica;
        m_loss = loss;
        m_weights = weights;
        m_multiplications = new Multiplications(spec);
        m_trained = new boolean[m_tensors.size()];
        Arrays.fill(m_trained, true);
    }

    /** What was done so far, or before the training was interrupted. */
    Work work() {
        return m_work;
    }

    void resume(final Work before) {
        m_work = before;
    }

    /** An epoch starts; for each tensor whether it learns in it. */
    void learn(final boolean[] trained) {
        m_trained = trained;
    }

    /** An update starts. */
    void update(final long noise) {
        m_noise = noise;
    }

    /** The weights have changed. */
    void weightsChanged() {
        m_replicaIsCurrent = false;
    }

    /** The pass of an update: its gradient, summed over the images, and for running statistics images x their step. */
    float[] train(final Batch batch, final Parts parts, final float[] gradient) throws CanceledException {
        current();
        final float[] scores = m_replica.gradient(pixels(batch), Replica.Mode.training(m_noise),
            (first, images, values, by) -> {
                lossGradient(batch, first, images, values, by);
                parts.scoresReady(batch, first, images, values, by);
            }, wanted(), gradient, null);
        charge(batch.size(), 0, 1, batch.shape(), batch.size(),
            batch.size() * m_multiplications.backward(batch.shape(), m_trained));
        return scores;
    }

    double[] losses(final Batch batch, final float[] scores) {
        final double[] losses = new double[batch.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = m_loss.loss(scores, batch.rows(), i * batch.classes(), batch.classes());
        }
        return losses;
    }

    @Override
    public double[] losses(final Batch batch, final Mode mode) throws CanceledException {
        return losses(batch, scores(batch, mode));
    }

    @Override
    public float[] scores(final Batch batch, final Mode mode) throws CanceledException {
        return forward(batch, mode, m_spec.nodes().get(m_spec.nodes().size() - 1).name());
    }

    @Override
    public float[] embeddings(final Batch batch) throws CanceledException {
        final Node last = m_spec.nodes().get(m_spec.nodes().size() - 1);
        return forward(batch, Mode.APPLIED, last.inputs().get(0));
    }

    @Override
    public float[] inputGradients(final Batch batch) throws CanceledException {
        current();
        final float[] gradient = new float[batch.size() * batch.shape().size()];
        m_replica.gradient(pixels(batch), Replica.Mode.EVALUATION, lossGradient(batch), Wanted.INPUT, null, gradient);
        charge(0, batch.size(), 0, batch.shape(), batch.size(),
            batch.size() * m_multiplications.forward(batch.shape()));
        return gradient;
    }

    @Override
    public Weights gradient(final Batch batch, final Weights at) throws CanceledException {
        m_replica.setWeights(at.values());
        m_replicaIsCurrent = false;
        final Weights gradient = new Weights(m_tensors, new float[m_weights.length]);
        m_replica.gradient(pixels(batch), Replica.Mode.training(m_noise), lossGradient(batch), wanted(),
            gradient.values(), null);
        charge(0, batch.size(), 0, batch.shape(), batch.size(),
            batch.size() * m_multiplications.backward(batch.shape(), m_trained));
        for (final Tensor tensor : m_tensors) {
            final boolean learned = tensor.shape().role().learned();
            for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                gradient.values()[i] = learned ? gradient.values()[i] / batch.size() : 0;
            }
        }
        return gradient;
    }

    /** The step of running statistics, images x (running - batch) / 10, and nothing else. */
    void statistics(final Batch batch, final float[] at, final boolean[] statistics, final float[] steps)
        throws CanceledException {
        m_replica.setWeights(at);
        m_replicaIsCurrent = false;
        m_replica.gradient(pixels(batch), Replica.Mode.training(0), lossGradient(batch), new Wanted(statistics, false),
            steps, null);
        charge(0, batch.size(), 0, batch.shape(), batch.size(), 0);
    }

    /** Scores of images of another set, with other weights. */
    float[] scores(final Batch batch, final float[] at) throws CanceledException {
        m_replica.setWeights(at);
        m_replicaIsCurrent = false;
        charge(0, batch.size(), 0, batch.shape(), batch.size(), 0);
        return m_replica.forward(pixels(batch), Replica.Mode.EVALUATION,
            m_spec.nodes().get(m_spec.nodes().size() - 1).name())[0];
    }

    private float[] forward(final Batch batch, final Mode mode, final String node) throws CanceledException {
        current();
        charge(0, batch.size(), 0, batch.shape(), batch.size(), 0);
        return m_replica.forward(pixels(batch),
            mode == Mode.APPLIED ? Replica.Mode.EVALUATION : Replica.Mode.training(m_noise), node)[0];
    }

    private ScoreGradient lossGradient(final Batch batch) {
        return (first, images, scores, gradient) -> lossGradient(batch, first, images, scores, gradient);
    }

    private void lossGradient(final Batch batch, final int first, final int images, final float[] scores,
        final float[] gradient) {
        final int classes = batch.classes();
        final float[] rows = Arrays.copyOfRange(batch.rows(), first * classes, (first + images) * classes);
        for (int i = 0; i < images; i++) {
            m_loss.gradient(scores, rows, i * classes, classes, gradient);
        }
    }

    private Wanted wanted() {
        for (final boolean learns : m_trained) {
            if (!learns) {
                return new Wanted(m_trained, false);
            }
        }
        return Wanted.WEIGHTS;
    }

    private void current() {
        if (!m_replicaIsCurrent) {
            m_replica.setWeights(m_weights);
            m_replicaIsCurrent = true;
        }
    }

    private void charge(final long trained, final long scored, final long updates, final ImageShape shape,
        final long images, final long backward) {
        m_work = m_work.plus(
            new Work(trained, scored, updates, images * m_multiplications.forward(shape), backward));
    }

    private static Pixels pixels(final Batch batch) {
        return new Pixels(batch.pixels(), batch.size(), batch.shape());
    }
}
