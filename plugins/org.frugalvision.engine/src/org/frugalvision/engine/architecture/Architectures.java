// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import java.util.List;

import org.frugalvision.engine.run.Registry;
import org.frugalvision.engine.run.SettingsException;

/** All architectures. */
public final class Architectures {

    private static final Registry<ArchitectureInfo, Architecture> REGISTRY =
        new Registry.Builder<ArchitectureInfo, Architecture>("Architecture")
            .add(LeNet.INFO, LeNet::new)
            .add(LeNet5.INFO, LeNet5::new)
            .add(VggSmall.INFO, VggSmall::new)
            .add(ResNet.INFO_8, ResNet::eight)
            .add(ResNet.INFO_14, ResNet::fourteen)
            .add(ResNet.INFO_20, ResNet::twenty)
            .add(ResNet.INFO_32, ResNet::thirtyTwo)
            .add(MobileNetV2Small.INFO, MobileNetV2Small::new)
            .add(ResNet.INFO_8_CBAM, ResNet::eightWithAttention)
            .add(GhostNetSmall.INFO, GhostNetSmall::new)
            .build();

    private Architectures() {
    }

    /** @return what all architectures tell about themselves, in the order in which they are offered */
    public static List<ArchitectureInfo> infos() {
        return REGISTRY.infos();
    }

    /**
     * @param id id of an architecture
     * @return what it tells about itself
     * @throws SettingsException if there is no such architecture
     */
    public static ArchitectureInfo info(final String id) {
        return REGISTRY.info(id);
    }

    /**
     * @param id id of an architecture
     * @return the architecture
     * @throws SettingsException if there is no such architecture
     */
    public static Architecture create(final String id) {
        return REGISTRY.create(id);
    }
}
