// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.Registry;
import org.frugalvision.engine.run.SettingsException;

/** All updaters. */
public final class Updaters {

    private static final Registry<UpdaterInfo, UpdaterMethod> REGISTRY =
        new Registry.Builder<UpdaterInfo, UpdaterMethod>("Optimizer")
            .add(Adam.INFO, Adam::new)
            .add(Adam.DECOUPLED_INFO, Adam::new)
            .add(Nesterov.INFO, () -> Nesterov.DEFAULT)
            .add(Sgd.INFO, Sgd::new)
            .add(Lars.INFO, () -> Lars.DEFAULT)
            .add(Lamb.INFO, () -> Lamb.DEFAULT)
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

    /**
     * @param id id of an updater
     * @return it with its default settings as data
     * @throws SettingsException if there is none of this id
     */
    public static Choice settings(final String id) {
        return Choice.of(id, (Record)REGISTRY.create(id));
    }

    static UpdaterMethod create(final Choice choice) {
        return REGISTRY.create(choice);
    }
}
