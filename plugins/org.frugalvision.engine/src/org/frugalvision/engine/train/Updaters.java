// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;

import org.frugalvision.engine.run.Registry;
import org.frugalvision.engine.run.SettingsException;

/** All updaters. */
public final class Updaters {

    private static final Registry<UpdaterInfo, Factory> REGISTRY = new Registry.Builder<UpdaterInfo, Factory>("Updater")
        .add(Adam.INFO, () -> (parameters, settings) -> new Adam(parameters))
        .add(Adam.DECOUPLED_INFO, () -> (parameters, settings) -> new Adam(parameters))
        .add(Nesterov.INFO, () -> (parameters, settings) -> new Nesterov(parameters, settings.momentum()))
        .add(Sgd.INFO, () -> (parameters, settings) -> new Sgd())
        .build();

    private Updaters() {
    }

    /** @return what all updaters tell about themselves, in the order in which they are offered */
    public static List<UpdaterInfo> infos() {
        return REGISTRY.infos();
    }

    /**
     * @param id id of an updater
     * @return what it tells about itself
     * @throws SettingsException if there is no such updater
     */
    public static UpdaterInfo info(final String id) {
        return REGISTRY.info(id);
    }

    static Updater create(final int parameters, final UpdaterSettings settings) {
        return REGISTRY.create(settings.updater()).create(parameters, settings);
    }

    /** Makes an updater for the start of a training. */
    @FunctionalInterface
    private interface Factory {
        Updater create(int parameters, UpdaterSettings settings);
    }
}
