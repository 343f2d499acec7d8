// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.Optional;
import java.util.function.LongFunction;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.predict.SmallestChanges.Attack;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.NetworkAnswers;
import org.frugalvision.engine.train.EarlyNorms;
import org.frugalvision.engine.train.RotationLosses;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.knime.core.node.KNIMEException;

/** What the connected network can tell about images; none may be connected, or one that is not trained. */
final class PoolNetwork {

    private final ImageSubsetSelectorNodeParameters m_parameters;

    private final Optional<NetworkPortObjectSpec> m_spec;

    private final Optional<Network> m_trained;

    /** @param network may be null */
    PoolNetwork(final NetworkPortObject network, final ImageSubsetSelectorNodeParameters parameters)
        throws KNIMEException {
        m_parameters = parameters;
        m_spec = Optional.ofNullable(network).map(NetworkPortObject::getSpec);
        m_trained = m_spec.isPresent() && m_spec.get().isTrained() ? Optional.of(network.network()) : Optional.empty();
    }

    boolean isConnected() {
        return m_spec.isPresent();
    }

    Optional<Network> trained() {
        return m_trained;
    }

    /** Lets it answer what the sources ask it. */
    void put(final Answers answers, final ImageSet images, final PoolSources sources) {
        if (sources.trains()) {
            final EarlyNorms norms = new EarlyNorms(start(images), images, m_parameters.m_early.m_networks,
                m_parameters.m_early.m_epochs, m_parameters.m_seed);
            answers.put(Need.ERROR_NORMS, norms.errors()).put(Need.GRADIENT_NORMS, norms.gradients());
        }
        if (sources.turns()) {
            answers.put(Need.PRETEXT_LOSS, new RotationLosses(this::turned, images, m_parameters.m_seed));
        }
        if (m_trained.isEmpty()) {
            return;
        }
        final NetworkAnswers source =
            new NetworkAnswers(m_trained.get(), images, InferenceSettings.DEFAULT);
        answers.put(Need.PROBABILITIES, source.probabilities()).put(Need.BOUNDARIES, source.boundaries())
            .put(Need.DROPOUT, source.dropout(m_parameters.m_passes, m_parameters.m_seed))
            .put(Need.DEEP_FOOL, source.changes(Attack.DEEP_FOOL))
            .put(Need.ITERATIVE, source.changes(Attack.ITERATIVE));
        if (sources.embeds()) {
            answers.put(Need.EMBEDDINGS, source.embeddings()).put(Need.VECTORS, source.embeddings());
        }
    }

    /** A network that tells turns: of the architecture, or the trained one with another last layer. */
    private Network turned(final ImageSet images) {
        final NetworkPortObjectSpec spec = m_spec.orElseThrow();
        return m_trained.isPresent() ? StartingNetwork.trained(m_trained.get(), images, m_parameters.m_seed)
            : StartingNetwork.untrained(spec.architecture(), spec.options(), images, m_parameters.m_seed);
    }

    private LongFunction<Network> start(final ImageSet images) {
        final NetworkPortObjectSpec spec = m_spec.orElseThrow();
        if (m_trained.isEmpty()) {
            return seed -> StartingNetwork.untrained(spec.architecture(), spec.options(), images, seed);
        }
        final Network known = m_trained.get();
        return seed -> Network.initialise(known.specFor(images.shape(), "Input"), known.classes(),
            Seeds.of(seed).named("initialise"));
    }
}
