package io.countersign.system;

class EditRacesOnH2IT extends EditRaces {

    @Override
    House house() {
        return House.shared();
    }
}
