// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.List;

import org.frugalvision.engine.run.Registry;
import org.frugalvision.engine.run.SettingsException;

/** All operations on images. */
public final class Operations {

    private static final Registry<OperationInfo, Operation> REGISTRY =
        new Registry.Builder<OperationInfo, Operation>("Operation")
            .add(HorizontalFlip.INFO, HorizontalFlip::new)
            .add(VerticalFlip.INFO, VerticalFlip::new)
            .add(Rotate.INFO, Rotate::new)
            .add(TranslateX.INFO, TranslateX::new)
            .add(TranslateY.INFO, TranslateY::new)
            .add(ShearX.INFO, ShearX::new)
            .add(ShearY.INFO, ShearY::new)
            .add(Scale.INFO, Scale::new)
            .add(Crop.INFO, Crop::new)
            .add(ResizedCrop.INFO, ResizedCrop::new)
            .add(Brightness.INFO, Brightness::new)
            .add(Contrast.INFO, Contrast::new)
            .add(Saturation.INFO, Saturation::new)
            .add(Hue.INFO, Hue::new)
            .add(Gamma.INFO, Gamma::new)
            .add(Sharpness.INFO, Sharpness::new)
            .add(Posterise.INFO, Posterise::new)
            .add(Solarise.INFO, Solarise::new)
            .add(Invert.INFO, Invert::new)
            .add(Equalise.INFO, Equalise::new)
            .add(Autocontrast.INFO, Autocontrast::new)
            .add(Clahe.INFO, Clahe::new)
            .add(ClaheGray.INFO, ClaheGray::new)
            .add(GrayWorld.INFO, GrayWorld::new)
            .add(WhitePatch.INFO, WhitePatch::new)
            .add(GaussianNoise.INFO, GaussianNoise::new)
            .add(GaussianBlur.INFO, GaussianBlur::new)
            .add(JpegArtefacts.INFO, JpegArtefacts::new)
            .add(RandomRectangle.INFO, RandomRectangle::new)
            .add(Cutout.INFO, Cutout::new)
            .add(RandAugment.INFO, RandAugment::new)
            .add(TrivialAugment.INFO, TrivialAugment::new)
            .add(UniformAugment.INFO, UniformAugment::new)
            .add(AugMix.INFO, AugMix::new)
            .add(Identity.INFO, Identity::new)
            .build();

    private Operations() {
    }

    /** @return what all operations tell about themselves, in the order in which they are offered */
    public static List<OperationInfo> infos() {
        return REGISTRY.infos();
    }

    /**
     * @param id id of an operation
     * @return what it tells about itself
     * @throws SettingsException if there is no such operation
     */
    public static OperationInfo info(final String id) {
        return REGISTRY.info(id);
    }

    static Operation create(final String id) {
        return REGISTRY.create(id);
    }
}
